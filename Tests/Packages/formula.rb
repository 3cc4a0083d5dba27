# Stands for Homebrew: reads the formula, runs its steps, and its test against a program.
#
#     ruby Tests/Packages/formula.rb FORMULA PROGRAM
require "digest"
require "pathname"
require "tmpdir"

# What a formula says of itself, and what it has to work with.
class Formula
  SAID = Hash.new { |all, name| all[name] = [] }

  class << self
    %i[desc homepage url sha256 license depends_on].each do |name|
      define_method(name) { |*values, **more| SAID[name] << (more.empty? ? values.first : more) }
    end

    def on_macos = yield
    def on_linux = yield
    def test(&block) = SAID[:test] << block
  end

  attr_reader :ran, :bin, :testpath

  def initialize(program, folder)
    @bin, @testpath, @ran = Pathname(program).dirname, Pathname(folder), []
  end

  def prefix = Pathname("/opt/a prefix")
  def system(*command) = @ran << command
  def shell_output(command) = IO.popen(command, &:read).tap { raise command unless $?.success? }
  def assert_match(part, whole) = whole.include?(part) || raise("#{part} is not in: #{whole}")
end

formula, program = ARGV
load formula
said = Formula::SAID
said.fetch(:desc).first.then { |text| raise text if text.length > 80 || text.end_with?(".") || text =~ /\Adebrief/i }
raise "address" unless said.fetch(:url).first.match?(%r{\A(https|file)://.*/debrief-\d+\.\d+\.\d+-source\.tar\.xz\z})
source = said.fetch(:url).first.delete_prefix("file://")
if File.exist?(source)
  raise "sum" unless Digest::SHA256.file(source).hexdigest == said.fetch(:sha256).first
end
raise "needs" unless said.fetch(:depends_on).include?("cmark") && said.fetch(:depends_on).include?("libyaml")
Dir.mktmpdir do |folder|
  debrief = Debrief.new(program, folder)
  debrief.install
  raise "install" unless debrief.ran == [["make", "install", "PREFIX=/opt/a prefix", "FLAGS=--disable-sandbox"]]
  debrief.instance_exec(&said.fetch(:test).first)
end
