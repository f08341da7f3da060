import SeparateProcesses

/// Documents of old or other word processors to DOCX, by LibreOffice in a separate process.
///
/// LibreOffice gets a profile of its own, made anew each time: macros are off, links are not followed, and two processes
/// do not wait for each other.
struct LibreOfficeConverter: Sendable {
    var searchPath = Self.folders

    /// Where its own installers put it, beside the usual places.
    private static let folders =
        ProcessRunner.systemFolders + [
            "/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS",
        ]
    private static let profile = "profile"

    /// - Throws: ``ReadingError`` where LibreOffice is absent, cannot open the document, or a limit is reached.
    func docx(_ bytes: [UInt8], _ format: OfficeFormat, limits: ReadingLimits) throws(ReadingError) -> [UInt8] {
        let session = try ProgramSession(.libreOffice, limits: limits, searchPath: searchPath)
        try session.makeFolder(Self.profile)
        try session.makeFolder("\(Self.profile)/user")
        try session.write(Array(Self.settings.utf8), as: "\(Self.profile)/user/registrymodifications.xcu")
        try session.write(bytes, as: format.fileName)
        let result = try session.run(
            "soffice",
            [
                "-env:UserInstallation=file://\(session.path)/\(Self.profile)", "--headless", "--norestore", "--nologo",
                "--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "output",
                format.fileName,
            ])
        guard let converted = try session.read("output/input.docx", limit: limits.unpackedBytes), !converted.isEmpty
        else {
            let reason = result.errors.split(separator: "\n").first { $0.hasPrefix("Error") }.map { " (\($0))" } ?? ""
            throw ReadingError(
                .damaged, "LibreOffice cannot open it\(reason)",
                hint: "open it in a word processor and save it as DOCX")
        }
        return converted
    }

    /// No macros, no content that acts, no links to elsewhere, no question that nobody would answer.
    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """
}
