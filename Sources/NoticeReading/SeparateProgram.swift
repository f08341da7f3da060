package import SeparateProcesses

/// A program that is not part of this one, and how people get it.
struct SeparateProgram: Sendable {
    var name: String
    /// Debian's package.
    var package: String

    static let poppler = SeparateProgram(name: "Poppler (pdftotext, pdftocairo)", package: "poppler-utils")
    static let popplerData = SeparateProgram(
        name: "Poppler's data on the encodings of Chinese", package: "poppler-data")
    static let libreOffice = SeparateProgram(name: "LibreOffice", package: "libreoffice-writer-nogui")
    static let tesseract = SeparateProgram(name: "Tesseract", package: "tesseract-ocr")
    static let tesseractChinese = SeparateProgram(
        name: "Tesseract's data for Chinese", package: "tesseract-ocr-chi-sim")
}

extension ReadingError {
    init(_ error: ProcessError, of program: SeparateProgram) {
        switch error {
        case .notInstalled:
            self.init(missing: program)
        case .cannotStart(let name, let reason):
            self.init(.programFailed, "\(name) cannot be started: \(reason)")
        case .tooSlow(let seconds):
            self.init(
                .tooSlow, "\(program.name) took longer than \(seconds) seconds over it",
                hint: "allow more with --max-seconds")
        case .tooMuchOutput(let limit):
            self.init(
                .limitExceeded, "\(program.name) makes more than \(limit) bytes of it",
                hint: "allow more with --max-unpacked-bytes")
        case .noFolder(let parent, let reason):
            self.init(
                .programFailed, "no temporary folder can be made in \(parent): \(reason)",
                hint: "name another folder in the variable TMPDIR")
        case .file(let name, let reason):
            self.init(
                .programFailed, "the temporary file \(name) cannot be written or read: \(reason)",
                hint: "make room, or name another folder in the variable TMPDIR")
        }
    }

    init(missing program: SeparateProgram) {
        self.init(
            .missingProgram, "reading it needs \(program.name), which is not installed",
            hint: "install it: apt-get install \(program.package)")
        missingPackage = program.package
    }

    /// An archive could not be unpacked into a temporary folder.
    package init(unpacking error: ProcessError) {
        self.init(error, of: SeparateProgram(name: "unpacking", package: ""))
    }
}
