internal import Crypto
import Dispatch
import Synchronization

/// The SHA-256 digest of a file that is read in pieces, made on a thread of its own.
///
/// Whoever reads the file goes on while its last pieces are digested; who is too far ahead waits.
/// - Source: FIPS 180-4, section 6.2; the arithmetic is swift-crypto's.
public final class FileDigest: Sendable {
  /// How many pieces may wait to be digested.
  private static let piecesAtMost = 8

  private let digest = Mutex(SHA256())
  private let queue = DispatchQueue(label: "cyllido.digest")
  private let room = DispatchSemaphore(value: FileDigest.piecesAtMost)

  /// Starts with nothing.
  public init() {}

  /// Adds the next bytes of the file.
  public func update(_ bytes: [UInt8]) {
    room.wait()
    // The closure keeps the digest alive, so the semaphore is whole again before it goes.
    queue.async { [self] in
      digest.withLock { $0.update(data: bytes) }
      room.signal()
    }
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  public func hex() -> String {
    queue.sync { digest.withLock { $0.hex() } }
  }
}

extension SHA256 {
  /// The digest of some bytes, as 64 hexadecimal digits.
  static func hex(of bytes: [UInt8]) -> String { hash(data: bytes).hex }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  func hex() -> String { finalize().hex }
}

extension SHA256Digest {
  /// The digest as 64 hexadecimal digits.
  fileprivate var hex: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
