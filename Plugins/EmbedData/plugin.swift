import Foundation
import PackagePlugin

/// Embeds the extractor set, the schema and the region table into the target, so that the program needs no files.
///
/// The link `Sources/BuiltinData/Extractors` makes the build plan anew when files come or go in `extractors`: only the
/// folders of targets are watched for that. Without it a new file would be embedded, but later changes to it would not.
@main
struct EmbedData: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let package = context.package.directoryURL
        let folders = [
            package.appending(path: "extractors"),
            target.directoryURL.appending(path: "Schema"),
            target.directoryURL.appending(path: "Regions"),
        ]
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedData.swift")
        return [
            .buildCommand(
                displayName: "Embedding extractors, schema and regions",
                executable: try context.tool(named: "embed-data").url,
                arguments: [output.path] + folders.map(\.path),
                inputFiles: folders.flatMap(contents),
                outputFiles: [output])
        ]
    }

    /// The folder and everything in it: a folder's own date changes when a file is added or taken away.
    private func contents(of folder: URL) -> [URL] {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder.path) else { return [] }
        let paths = (manager.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).sorted()
        return [folder] + paths.map { folder.appending(path: $0) }
    }
}
