# For a tap of one's own, below its folder Formula. Homebrew has Xcode or Swift build it, on macOS and on Linux.
class Debrief < Formula
  desc "Learn from interviews, from a folder of plain-text notes"
  homepage "@RELEASES@"
  url "@RELEASES@/debrief-@VERSION@-source.tar.xz"
  sha256 "@SOURCE_SUM@"
  license "Apache-2.0"

  depends_on "pkgconf" => :build
  depends_on "cmark"
  depends_on "libyaml"

  on_macos do
    depends_on xcode: ["26.0", :build]
  end

  on_linux do
    depends_on "swift" => :build
  end

  def install
    # SwiftPM's sandbox does not start within Homebrew's.
    system "make", "install", "PREFIX=#{prefix}", "FLAGS=--disable-sandbox"
  end

  test do
    (testpath/"note.md").write "# Acme, onsite\n\n## Feedback\n\n- Lead with the conclusion.\n"
    assert_match "Lead with the conclusion.", shell_output("#{bin}/debrief list #{testpath}")
  end
end
