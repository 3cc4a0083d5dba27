import Notebook
import Properties
import Testing

@testable import Notes

struct StoredListTests {
    /// Something that tells whether it is still there.
    private final class Witness: Sendable, Equatable {
        let number: Int

        init(_ number: Int) { self.number = number }

        static func == (a: Witness, b: Witness) -> Bool { a.number == b.number }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `lists of one run are what arrays of their own would be`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var writer = ListWriter<Witness>()
        var buffer = ListBuffer<Witness>()
        var lists: [StoredList<Witness>] = []
        var arrays: [[Int]] = []
        for round in 0..<300 {
            let numbers = (0..<Int.random(in: 0...9, using: &random)).map { round * 10 + $0 }
            for number in numbers { buffer.append(Witness(number)) }
            // What is not given away now is the beginning of the next list.
            let left = buffer.count - Int.random(in: 0...buffer.count, using: &random)
            let gathered = (0..<buffer.count).map { buffer[$0].number }
            lists.append(writer.write(&buffer, left))
            arrays.append(Array(gathered[..<left]))
            guard let index = lists.indices.randomElement(using: &random), !arrays[index].isEmpty else {
                continue
            }
            let number = Int.random(in: 0..<arrays[index].count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                lists[index][number] = Witness(-round)
                arrays[index][number] = -round
            case 1:
                lists[index] = StoredList(lists[index].filter { $0.number % 2 == 0 })
                arrays[index].removeAll { $0 % 2 != 0 }
            case 2:
                lists[index].swapAt(number, 0)
                arrays[index].swapAt(number, 0)
            default:
                // A copy that is changed leaves the other as it is.
                var copy = lists[index]
                copy[number] = Witness(-round)
                #expect(copy[number] == Witness(-round))
            }
        }
        #expect(lists.map { $0.map(\.number) } == arrays)
    }

    @Test func `what is in it goes when nobody needs it`() {
        weak var witness: Witness?
        do {
            var list: StoredList<Witness> = [Witness(1), Witness(2)]
            witness = list[0]
            let copy = list
            list[0] = Witness(3)
            #expect(witness != nil && copy[0].number == 1)
        }
        #expect(witness == nil)
    }

    @Test func `what is nested goes with its own feedback, wherever it stands`() throws {
        let text = """
            - swallow: one
              - if: a → b
              - chew: two
                - if: c → d
              - if: e → f
              - [ ] g
            - swallow: three
              - if: h → i
            """
        let note = try #require(NotebookIndex(reading: Array(text.utf8)).notes.first)
        #expect(note.feedback.map { $0.plans.map(\.text) } == [["a → b", "e → f"], ["c → d"], ["h → i"]])
        #expect(note.feedback.map { $0.actions.map(\.text) } == [["g"], [], []])
    }
}
