import SampleFiles
import Testing

@testable import NoticeReading

/// Every format, cut off at every tenth: refused, or read up to there; never a crash, never a part that is taken for the whole
/// where the format can tell.
@Suite struct TruncationTests {
    static let formats = SoundFile.Format.allCases.filter { $0 != .rtf && ($0 != .pdf || isInstalled("pdftotext")) }

    static func bytes(_ format: SoundFile.Format, tenth: Int) -> [UInt8] {
        let whole = SoundFile.all.first { $0.format == format }?.bytes ?? []
        return Array(whole.prefix(whole.count * tenth / 10))
    }

    @Test(arguments: formats, 0..<10) func cutOff(_ format: SoundFile.Format, _ tenth: Int) throws {
        let outcome = Result { () throws(ReadingError) in
            try SourceReader().read(Self.bytes(format, tenth: tenth))
        }
        switch (outcome, format) {
        case (.success(let document), .docx), (.success(let document), .ofd), (.success(let document), .zip),
            (.success(let document), .pdf):
            Issue.record("\(format.rawValue) gave \(document.rendition.count) letters")
        case (.success(let document), _):
            #expect(document.faults() == [])
        case (.failure(let error), _):
            #expect(!error.message.isEmpty)
            #expect(
                [.damaged, .truncated, .empty, .invalidSequence, .undetectedCharset].contains(error.code), "\(error)")
        }
    }

    /// The whole of each is read.
    @Test(arguments: formats) func whole(_ format: SoundFile.Format) throws {
        let bytes = Self.bytes(format, tenth: 10)
        guard format != .zip else {
            #expect(throws: ReadingError.self) { try SourceReader().read(bytes) }
            return
        }
        let document = try SourceReader().read(bytes)
        #expect(document.faults() == [])
        #expect(String(String.UnicodeScalarView(document.rendition)).contains("400元") || format == .csv)
    }
}
