// Reads `verbatim.yaml` into settings. What each key may hold is decided in SettingsDecoder.

import Documents
import Glibc

/// Reads `verbatim.yaml`.
package enum SettingsReader {
  /// The settings in the file at `path`; the defaults where there is no such file and `isRequired` is false.
  ///
  /// A file that is not required lies in the corpus, and is not read through a symbolic link.
  /// - Throws: `settingsUnreadable`, and `settingsWrong` with the line of the first thing that is not allowed.
  package static func read(path: String, isRequired: Bool) throws(CorpusError) -> Settings {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try contents(of: path, followsLinks: isRequired)
    } catch {
      switch error {
      case .failed(let number) where number == ENOENT && !isRequired: return Settings()
      case .failed(let number): throw .settingsUnreadable(path: path, errno: number)
      case .notRegular: throw .settingsUnreadable(path: path, errno: EINVAL)
      case .tooLarge: throw .settingsUnreadable(path: path, errno: EFBIG)
      }
    }
    return try settings(bytes, path: path)
  }

  /// The settings that `bytes` hold; `path` is for the error.
  static func settings(_ bytes: [UInt8], path: String) throws(CorpusError) -> Settings {
    do throws(YAMLProblem) {
      guard let root = try YAMLReader.read(bytes), !root.isNull else { return Settings() }
      return try SettingsDecoder.settings(root)
    } catch {
      throw .settingsWrong(path: path, line: error.line, problem: error.problem)
    }
  }

  private static func contents(of path: String, followsLinks: Bool) throws(FileProblem) -> [UInt8] {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
    let number = unsafe open(path, flags)
    guard number >= 0 else { throw .failed(errno: errno) }
    let file = FileDescriptor(owning: number)
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    return try file.readAll(expecting: Int(status.st_size), byteLimit: YAMLReader.byteLimit)
  }
}
