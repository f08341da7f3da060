import ArgumentParser

/// The language of messages. Data, such as bundles, is the same in every language.
enum Language: String, Sendable, CaseIterable, ExpressibleByArgument {
    case zh, en

    /// The language that the locale variables name: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty
    /// decides (POSIX, 8.2). Chinese for `zh…`, English for everything else.
    init(environment: (String) -> String?) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
        self = locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
    }

    /// The language of a command line: `--language` where it is given, else the locale's. Help texts are made before the
    /// arguments are parsed, so that this looks at the words alone.
    init(arguments: [String], environment: (String) -> String?) {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            let given: Substring? =
                if argument.hasPrefix("--language=") {
                    argument.dropFirst("--language=".count)
                } else if argument == "--language", index + 1 < arguments.count {
                    arguments[index + 1][...]
                } else {
                    nil
                }
            if let given, let language = Language(rawValue: String(given)) {
                self = language
                return
            }
        }
        self.init(environment: environment)
    }

    /// The language of this process, told once: every help text asks for it.
    static let ofProcess = Language(arguments: CommandLine.arguments, environment: environmentVariable)
}

/// One message in the languages that the program speaks.
struct Text: Sendable, Hashable {
    var en: String
    var zh: String

    init(en: String, zh: String) {
        self.en = en
        self.zh = zh
    }

    /// The same in every language, such as a file's own words.
    init(_ both: String) {
        self.init(en: both, zh: both)
    }

    func callAsFunction(_ language: Language) -> String { language == .zh ? zh : en }
}

/// A help text in the language of the process.
func help(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)(.ofProcess) }

/// A count with its noun in English: `1 bundle`, `2 bundles`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
