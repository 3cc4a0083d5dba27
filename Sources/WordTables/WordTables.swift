/// What Debrief knows of words, as the bytes of files.
///
/// They are a target of their own, because it takes the compiler minutes to read so many bytes. It need not do so again
/// while they stay the same.
package enum WordTables {
    /// The standard lexicon: topics, and the phrases that tell them.
    package static var lexicon: [UInt8] { PackageResources.lexicon_yml }
    /// How far words lean to topics.
    package static var leanings: [UInt8] { PackageResources.leanings_txt }
    /// How far what can be seen of a sentence leans to what it tells.
    package static var kinds: [UInt8] { PackageResources.kinds_txt }
    /// How far what can be seen of a name leans to whose it is.
    package static var names: [UInt8] { PackageResources.names_txt }
    /// How far what can be seen of a date leans to its being the day of the interview.
    package static var dates: [UInt8] { PackageResources.dates_txt }
}
