// Snowball's stemmers, behind a safe face.
// It stems one word at a time and remembers nothing; TermTable does.

import CStemmer

/// One of libstemmer's stemmers. Not shared between threads, as the library says.
@safe struct Stemmer: ~Copyable {
  private let handle: OpaquePointer

  /// - Parameter language: an ISO 639 code the library knows ("en" is Porter2); `nil` for any other.
  init?(language: String) {
    guard language.utf8.count == 2, language.utf8.allSatisfy({ 0x61...0x7A ~= $0 }),
      let handle = unsafe sb_stemmer_new(language, "UTF_8")
    else { return nil }
    unsafe self.handle = handle
  }

  deinit {
    unsafe sb_stemmer_delete(handle)
  }

  /// The stem of `word`, which is folded UTF-8; `word` itself where the library has no memory left.
  borrowing func stem(_ word: [UInt8]) -> [UInt8] {
    guard let stem = unsafe sb_stemmer_stem(handle, word, CInt(word.count)) else { return word }
    return unsafe Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }
}
