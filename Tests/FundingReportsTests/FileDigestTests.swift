import Crypto
import Testing

@testable import FundingReports

/// Expected digests are those of FIPS 180-4's examples and NIST's test vectors.
@Suite struct FileDigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `known texts have known digests`(text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }

  @Test func `a million letters a have the known digest, whatever the pieces`() {
    let digest = FileDigest()
    var left = 1_000_000
    var piece = 1
    while left > 0 {
      let count = min(piece, left)
      digest.update([UInt8](repeating: UInt8(ascii: "a"), count: count))
      left -= count
      piece = piece % 997 + 61
    }
    #expect(
      digest.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `every length around a block agrees with the digest taken byte by byte`() {
    for length in 50...140 {
      let bytes = (0..<length).map { UInt8($0) }
      let one = FileDigest()
      for byte in bytes { one.update([byte]) }
      #expect(one.hex() == SHA256.hex(of: bytes))
    }
  }

  @Test func `asking for the digest does not end it`() {
    let digest = FileDigest()
    digest.update(Array("ab".utf8))
    _ = digest.hex()
    digest.update(Array("c".utf8))
    #expect(
      digest.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
