internal import Markup

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// How a new file takes the place of one that anybody may save at any moment.
//
// Debriefs wait for one another. An editor knows nothing of that, so the two names are exchanged, and the
// file that came in exchange is looked at. If it is not what was read, it is put back. Programs that open
// either file for writing wait while the names change, if the system can hold them back.
//
// A program may have found the old file by its name and not opened it yet. That shows only when it does. So
// the old file is kept, and its writers are held back, until such a program has had the time to open it.
extension TemporaryFile {
    /// Takes the place of a file, if that still has the bytes that were read.
    ///
    /// `new` is this file's bytes.
    mutating func takePlace(of old: [UInt8], writing new: [UInt8]) throws(WriteFailure) {
        let signals = HeldSignals()
        defer { extendLifetime(signals) }
        let displaced = try exchange(old: old, new: new)
        usleep(displaced.rest)
        try settle(displaced, new: new)
    }

    /// Removes the file that was displaced, after its rest, or puts it back.
    mutating func settle(_ displaced: consuming DisplacedOriginal, new: [UInt8]) throws(WriteFailure) {
        if displaced.isUntouched(in: folder) { return try remove(displaced) }
        try regret(displaced, new: new)
    }

    /// Puts this file in place, and holds back the writers of the one that was there.
    mutating func exchange(old: [UInt8], new: [UInt8]) throws(WriteFailure) -> DisplacedOriginal {
        let lock = try FolderLock(on: folder)
        defer { extendLifetime(lock) }
        let file = try OpenFile(target.name, in: folder)
        let writers = try file.holdBackWritersInAMoment()
        guard try file.bytes().isSame(as: old) else { throw .changed }
        let ours = try OpenFile(name, in: folder)
        let ourWriters = ours.holdBackWriters()
        guard names.exchange(name, target.name) == 0 else {
            let error = SystemError.last
            if error.number == ENOENT { throw .changed }
            guard error.isUnknownCall else { throw .system("it could not be put in place", error) }
            let aside = try nextName()
            let original = DisplacedOriginal(
                name: aside, file: file, writers: writers, bytes: old, isExchanged: false)
            return try moveAside(original, isAlone: lock.isHeld)
        }
        let original = DisplacedOriginal(
            name: name, file: file, writers: writers, bytes: old, isExchanged: true)
        if original.isUntouched(in: folder) { return original }
        let placed = Displaced(ours.identity, bytes: new)
        if ourWriters == .heldBack {
            try putBackAtOnce(original, ours, placed, isAlone: lock.isHeld)
        } else {
            original.file.letWritersIn()
            let saved = try displaced()
            try putBack(saved, inPlaceOf: placed, isAlone: lock.isHeld)
        }
        throw .changed
    }

    /// Removes what was displaced, which is the file that was read, or an older save.
    mutating func discard() throws(WriteFailure) {
        if let error = unlink() { throw keep(reason: error.description) }
    }

    private mutating func remove(_ displaced: consuming DisplacedOriginal) throws(WriteFailure) {
        if displaced.isExchanged { return try discard() }
        let aside = displaced.name
        // It is closed first, because some file systems keep what is open under yet another name.
        _ = consume displaced
        guard names.unlink(aside) == 0 else { throw Self.left(aside, SystemError.last.description) }
    }

    // MARK: Putting back later

    /// Puts back the old file, because somebody who had found it before is about to write to it.
    private mutating func regret(
        _ displaced: consuming DisplacedOriginal, new: [UInt8]
    ) throws(WriteFailure) {
        let name = displaced.name
        letGo()
        guard let lock = try? FolderLock(on: folder) else {
            throw Self.left(name, WriteFailure.busy.description)
        }
        defer { extendLifetime(lock) }
        let ours = displaced.isExchanged ? name : try nextName()
        let taken =
            displaced.isExchanged ? names.exchange(name, target.name) : names.rename(target.name, to: ours)
        guard taken == 0 else { throw Self.left(name, SystemError.last.description) }
        if let found = try? Displaced(ours, in: folder), !found.isBeingSaved,
            found.bytes?.isSame(as: new) == true
        {
            if !displaced.isExchanged, case .failed(let error) = names.moveIfFree(name, to: target.name) {
                throw Self.left(name, error.description)
            }
            _ = names.unlink(ours)
            throw .changed
        }
        // The other file was saved too, and later.
        if displaced.isExchanged {
            _ = names.exchange(name, target.name)
        } else {
            _ = names.moveIfFree(ours, to: target.name)
        }
        throw Self.left(name, "the file was saved twice at the same time")
    }

    static func left(_ name: [UInt8], _ reason: String) -> WriteFailure {
        .leftBehind(name: String(decoding: name, as: UTF8.self), reason: reason)
    }

    // MARK: Putting back

    /// Puts back what somebody saved between the last look and the exchange.
    ///
    /// Usually nobody has seen or opened by then what took its place.
    ///
    /// Before it waits for those who have a file open, it lets in all that are held back, or it would wait
    /// for itself.
    private mutating func putBackAtOnce(
        _ original: borrowing DisplacedOriginal, _ ours: borrowing OpenFile, _ placed: Displaced,
        isAlone: Bool
    ) throws(WriteFailure) {
        guard let save = try? OpenFile(name, in: folder), save.kind == .regular,
            save.holdBackWriters() == .heldBack
        else {
            original.file.letWritersIn()
            ours.letWritersIn()
            return try putBack(try displaced(), inPlaceOf: placed, isAlone: isAlone)
        }
        guard names.exchange(name, target.name) == 0 else {
            original.file.letWritersIn()
            ours.letWritersIn()
            save.letWritersIn()
            return try putBack(try displaced(), inPlaceOf: placed, isAlone: isAlone)
        }
        if let status = names.status(of: name), FileReader.Stamp(status).identity == ours.identity,
            !ours.isWanted
        {
            return try discard()
        }
        // Somebody has saved once more, or is about to. The file that was put back cannot have changed so
        // far.
        let saved: Displaced
        do {
            saved = Displaced(save.identity, modified: save.status, bytes: try save.bytes())
        } catch {
            throw keep(reason: error.description)
        }
        original.file.letWritersIn()
        save.letWritersIn()
        ours.letWritersIn()
        try settle(saved, over: placed, isAlone: isAlone)
    }

    /// Puts back what somebody saved.
    private mutating func putBack(
        _ saved: Displaced, inPlaceOf placed: Displaced, isAlone: Bool
    ) throws(WriteFailure) {
        if try exchangeAgain() { try settle(saved, over: placed, isAlone: isAlone) }
    }

    /// Exchanges the names once more.
    ///
    /// - Returns: Whether something came in exchange.
    private mutating func exchangeAgain() throws(WriteFailure) -> Bool {
        for _ in 0..<1000 {
            if names.exchange(name, target.name) == 0 { return true }
            let error = SystemError.last
            // Somebody removed or moved the file, perhaps to write it anew. Either this one is back before
            // they write, or theirs is in place already.
            guard error.number == ENOENT else { throw keep(reason: error.description) }
            switch names.moveIfFree(name, to: target.name) {
            case .done:
                letGo()
                return false
            case .taken: continue
            case .failed(let error): throw keep(reason: error.description)
            }
        }
        throw keep(reason: "the file is being saved again and again")
    }

    /// Makes sure that the latest save is in place, after a save was put there.
    ///
    /// What came in exchange may again be a later save, and so on. Each round puts the newest back, and the
    /// last round finds what the round before had put there. Only that is thrown away, and only when nobody
    /// has it open for writing.
    ///
    /// That a file is open for writing does not mean that it is saved. Whoever has it open may never write: a
    /// program that is just being started has all the files open of the program that starts it. So the round
    /// waits, with the newest save in place.
    ///
    /// `isAlone` says whether no other Debrief can be at work in the folder. If one could be, what it wrote
    /// might count as somebody's save, so the save before it is not thrown away.
    private mutating func settle(
        _ saved: Displaced, over placed: Displaced, isAlone: Bool
    ) throws(WriteFailure) {
        var (saved, placed, isOwn) = (saved, placed, true)
        for _ in 0..<1000 {
            var found = try displaced()
            for _ in 0..<1000 where found.isBeingSaved && found.isUnchanged(since: placed) {
                usleep(1000)
                found = try displaced()
            }
            if found.isUnchanged(since: placed) {
                if found.isBeingSaved { throw keep(reason: "another program has it open to write") }
                guard isOwn || isAlone else {
                    throw keep(reason: "the file was saved twice at the same time")
                }
                return try discard()
            }
            if found.identity == placed.identity, placed.isBeingSaved, !found.isBeingSaved,
                found.modified < saved.modified
            {
                // Somebody who had opened it before wrote to it, and the later save is in place.
                throw keep(reason: "the file was saved twice at the same time")
            }
            (saved, placed, isOwn) = (found, saved, false)
            guard try exchangeAgain() else { return }
        }
        throw keep(reason: "the file is being saved again and again")
    }

    private mutating func displaced() throws(WriteFailure) -> Displaced {
        do {
            return try Displaced(name, in: folder)
        } catch {
            // It is not known what came, so that goes back. It is not known what comes for it either, so that
            // is kept.
            _ = names.exchange(name, target.name)
            throw keep(reason: error.description)
        }
    }
}

extension OpenFile {
    /// Holds back writers.
    ///
    /// It waits for one that is at work, as editors are for a moment.
    fileprivate borrowing func holdBackWritersInAMoment() throws(WriteFailure) -> Writers {
        for _ in 0..<20 {
            let writers = holdBackWriters()
            if writers != .atWork { return writers }
            usleep(1000)
        }
        throw .changed
    }
}
