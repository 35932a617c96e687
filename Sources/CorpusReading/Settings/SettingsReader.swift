// TEMP
import Documents
/// Reads `verbatim.yaml`.
package enum SettingsReader {
  /// The settings in the file at `path`; the defaults where there is no such file and `isRequired` is false.
  package static func read(path: String, isRequired: Bool) throws(CorpusError) -> Settings {
    Settings()
  }
}
