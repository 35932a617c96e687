// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: a warning is an error.
let house: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// The targets that read bytes nobody vouches for: every unsafe expression is marked as such.
let core: [SwiftSetting] = house + [.strictMemorySafety()]
/// The targets that hand out spans of mapped memory.
let spans: [SwiftSetting] = core + [.enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "verbatim",
  products: [.executable(name: "verbatim", targets: ["verbatim"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Who may import whom: imports run down only. The picture is in Sources/ARCHITECTURE.md.
    .executableTarget(name: "verbatim", dependencies: ["Commands"], swiftSettings: house),
    // Measures the others; `make build` does not make it.
    .executableTarget(
      name: "verbatim-benchmark", dependencies: ["InvertedIndex", "TextAnalysis", "Documents"],
      path: "Sources/Benchmark", swiftSettings: house),
    .target(
      name: "Commands",
      dependencies: [
        "Conversation", "Questions", "CorpusReading", "Terminal", "InvertedIndex", "TextAnalysis", "Documents",
        "ByteIO", "Threads", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),
    .target(
      name: "Conversation",
      dependencies: ["Questions", "InvertedIndex", "PhrasePatterns", "TextAnalysis", "Documents", "ByteIO"],
      swiftSettings: core),
    .target(
      name: "Questions", dependencies: ["InvertedIndex", "TextAnalysis", "Documents"], swiftSettings: core),
    .target(
      name: "CorpusReading",
      dependencies: [
        "PhrasePatterns", "TextAnalysis", "Documents", "ByteIO", "Threads", "CMarkGFM", "CGumbo", "CYAML",
      ],
      swiftSettings: core),
    .target(name: "Terminal", dependencies: ["CReadline"], swiftSettings: house),
    .target(
      name: "InvertedIndex",
      dependencies: ["ByteIO", "TextAnalysis", "PhrasePatterns", "Documents", "Threads", "CZstd"],
      swiftSettings: spans),
    .target(name: "TextAnalysis", dependencies: ["CStemmer"], swiftSettings: core),
    .target(name: "Documents", dependencies: ["PhrasePatterns"], swiftSettings: core),
    .target(name: "PhrasePatterns", dependencies: ["TextAnalysis", "ByteIO"], swiftSettings: core),
    .target(name: "Threads", swiftSettings: core),
    .target(name: "ByteIO", dependencies: ["CMessageDigest", "CChecksum"], swiftSettings: spans),

    // The C libraries, as Debian ships them.
    .systemLibrary(name: "CReadline", path: "Sources/SystemLibraries/CReadline"),
    .systemLibrary(name: "CStemmer", path: "Sources/SystemLibraries/CStemmer"),
    .systemLibrary(name: "CMarkGFM", path: "Sources/SystemLibraries/CMarkGFM"),
    .systemLibrary(name: "CGumbo", path: "Sources/SystemLibraries/CGumbo"),
    .systemLibrary(name: "CZstd", path: "Sources/SystemLibraries/CZstd"),
    .systemLibrary(name: "CYAML", path: "Sources/SystemLibraries/CYAML"),
    .systemLibrary(name: "CChecksum", path: "Sources/SystemLibraries/CChecksum"),
    .systemLibrary(name: "CMessageDigest", path: "Sources/SystemLibraries/CMessageDigest"),

    // Tests mirror the sources.
    .testTarget(name: "ByteIOTests", dependencies: ["ByteIO"], swiftSettings: house),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: house),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: house),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: house),
    .testTarget(
      name: "PhrasePatternsTests", dependencies: ["PhrasePatterns", "ByteIO"], swiftSettings: house),
    .testTarget(
      name: "InvertedIndexTests",
      dependencies: ["InvertedIndex", "PhrasePatterns", "TextAnalysis", "Documents", "ByteIO"],
      swiftSettings: house),
    .testTarget(
      name: "CorpusReadingTests",
      dependencies: ["CorpusReading", "PhrasePatterns", "TextAnalysis", "Documents", "ByteIO", "CGumbo"],
      swiftSettings: house),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: house),
    .testTarget(
      name: "QuestionsTests", dependencies: ["Questions", "InvertedIndex", "TextAnalysis", "Documents"],
      swiftSettings: house),
    .testTarget(
      name: "ConversationTests",
      dependencies: [
        "Conversation", "Questions", "InvertedIndex", "PhrasePatterns", "CorpusReading", "TextAnalysis", "Documents",
      ], swiftSettings: house),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", "Conversation", "Questions", "InvertedIndex", "CorpusReading", "Documents", "Terminal", "ByteIO",
      ],
      swiftSettings: house),
    // The real program, through pipes and at a real pseudo-terminal.
    .testTarget(
      name: "EndToEndTests", dependencies: ["verbatim", "verbatim-benchmark", "Commands", "Conversation", "ByteIO"],
      exclude: ["Golden"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
