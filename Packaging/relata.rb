# A formula for Homebrew. scripts/release fills in what stands between at signs. There is no home page and no licence that it could name yet.
class Relata < Formula
  desc "Typed knowledge graphs of news and reports"
  url "@URL@"
  version "@VERSION@"
  sha256 "@SHA256@"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "graphviz"
  depends_on "libarchive"
  depends_on "libxml2"
  depends_on macos: :sequoia
  depends_on "poppler"

  uses_from_macos "swift" => :build, since: :sequoia
  uses_from_macos "sqlite"

  def install
    # Homebrew keeps what macOS has, too, out of the common places.
    ENV.prepend_path "PKG_CONFIG_PATH", Formula["libarchive"].opt_lib/"pkgconfig"
    ENV.prepend_path "PKG_CONFIG_PATH", Formula["libxml2"].opt_lib/"pkgconfig"
    cp "Packaging/pins.json", "Package.resolved"
    system "swift", "build", "--disable-sandbox", "--configuration", "release", "--product", "relata"
    bin.install ".build/release/relata"
    generate_completions_from_executable(bin/"relata", "--generate-completion-script")
    (buildpath/"help.json").write Utils.safe_popen_read(bin/"relata", "--experimental-dump-help")
    page = Utils.safe_popen_read("/usr/bin/env", "python3", "Packaging/manual.py", version.to_s, time.to_date.to_s,
                                 in: (buildpath/"help.json").to_s)
    (man1/"relata.1").write page
    doc.install "NOTICE"
  end

  test do
    (testpath/"news.txt").write "Rebels captured Aleppo on 30 November 2024.\n"
    system bin/"relata", "build", "news.txt", "--output", "output"
    assert_match "Aleppo", shell_output("#{bin}/relata show Aleppo")
    assert_match "</svg>", (testpath/"output/graph.svg").read
  end
end
