// Zstandard frames (RFC 8878), through libzstd.

import ByteIO
import CZstd

/// Compresses and unpacks single frames.
enum Zstandard {
  /// No frame of ours unpacks to more bytes than this.
  static let maximumByteCount = 1 << 30

  /// Unpacks frames, one after another, in the same 160 KB of working memory: a new one each time is new pages to map.
  @safe struct Unpacker: ~Copyable, @unchecked Sendable {
    private let context = unsafe ZSTD_createDCtx()

    deinit {
      unsafe ZSTD_freeDCtx(context)
    }

    /// What the frame at `range` of `bytes` holds.
    ///
    /// - Parameter sample: what it was compressed against; it is neither copied nor read but where the frame copies from it.
    /// - Throws: `MalformedBytes` unless it unpacks to exactly `byteCount` bytes.
    mutating func unpack(_ bytes: RawSpan, _ range: Range<Int>, byteCount: Int, sample: RawSpan) throws(MalformedBytes)
      -> [UInt8]
    {
      guard byteCount <= maximumByteCount, range.upperBound <= bytes.byteCount else {
        throw MalformedBytes(offset: range.lowerBound)
      }
      let context = unsafe self.context
      var size = 0
      let text = unsafe [UInt8](unsafeUninitializedCapacity: max(1, byteCount)) { target, count in
        size = unsafe bytes.extracting(range).withUnsafeBytes { source in
          guard unsafe context != nil,
            unsafe ZSTD_getFrameContentSize(source.baseAddress, source.count) == UInt64(byteCount)
          else { return -1 }
          return unsafe sample.withUnsafeBytes { sample in
            unsafe ZSTD_decompress_usingDict(
              context, target.baseAddress, byteCount, source.baseAddress, source.count, sample.baseAddress, sample.count
            )
          }
        }
        count = size == byteCount ? size : 0
      }
      guard size == byteCount else { throw MalformedBytes(offset: range.lowerBound) }
      return text
    }
  }
}

/// Compresses frame after frame in the same memory.
///
/// Safety: context and dictionary are owned, and used by one call at a time.
@safe struct ZstandardCompressor: ~Copyable {
  private let context: OpaquePointer
  /// `nil` without a sample.
  private let dictionary: OpaquePointer?
  private let level: Int32

  /// - Parameter sample: what frames may copy from; unpacking them takes the same.
  init(level: Int32, sample: [UInt8]) {
    guard let context = unsafe ZSTD_createCCtx() else { preconditionFailure("there is memory for a compressor") }
    unsafe self.context = context
    unsafe dictionary = sample.isEmpty ? nil : ZSTD_createCDict(sample, sample.count, level)
    unsafe precondition(sample.isEmpty || dictionary != nil, "there is memory for a sample")
    self.level = level
  }

  deinit {
    unsafe ZSTD_freeCDict(dictionary)
    unsafe ZSTD_freeCCtx(context)
  }

  /// Appends one frame of `bytes` to `target`; the same bytes and sample give the same frame.
  func compress(_ bytes: [UInt8], into target: inout ByteWriter) throws(IndexError) {
    guard bytes.count <= Zstandard.maximumByteCount else { throw .tooLarge(what: "passage text") }
    let bound = ZSTD_compressBound(bytes.count)
    var size = 0
    let frame = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      size = unsafe bytes.withUnsafeBufferPointer { source in
        if let dictionary = unsafe dictionary {
          return unsafe ZSTD_compress_usingCDict(
            context, target.baseAddress, bound, source.baseAddress, source.count, dictionary)
        }
        return unsafe ZSTD_compressCCtx(context, target.baseAddress, bound, source.baseAddress, source.count, level)
      }
      count = ZSTD_isError(size) == 0 ? size : 0
    }
    guard ZSTD_isError(size) == 0 else { throw .tooLarge(what: "passage text") }
    target.append(contentsOf: frame)
  }
}
