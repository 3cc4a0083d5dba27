#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Memory that is handed out piece by piece and taken back all at once.
///
/// A C library that takes allocation functions gives them no context, so the functions find the arena through
/// the thread. `use` makes an arena the thread's own while a closure runs. Between one note and the next, an
/// arena is reset and not freed, so that the hot path asks the system for nothing.
@safe final class Arena {
    /// The blocks that pieces are cut from.
    ///
    /// Only the first is kept when the arena is reset.
    private var blocks: [UnsafeMutableRawPointer] = unsafe []
    private var next: UnsafeMutableRawPointer
    private var left: Int

    private static let firstBlock = 64 * 1024

    /// Whether each piece is a block of its own, so that a sanitizer sees where it ends.
    #if SANITIZED
        private static let separatesPieces = true
    #else
        private static let separatesPieces = false
    #endif

    /// The size of the header before each piece.
    ///
    /// It holds the piece's size, and keeps each piece aligned as its block is.
    private static let header = 16

    init() {
        unsafe next = Self.block(Self.firstBlock)
        left = Self.firstBlock
        unsafe blocks.append(next)
    }

    deinit {
        for index in unsafe blocks.indices { unsafe free(blocks[index]) }
    }

    /// Takes back everything that was handed out.
    func reset() {
        while unsafe blocks.count > 1 { unsafe free(blocks.removeLast()) }
        unsafe next = blocks[0]
        left = Self.firstBlock
    }

    /// Returns `size` bytes of memory, all zero.
    @unsafe func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let piece = unsafe cut(size)
        unsafe memset(piece, 0, size)
        return unsafe piece
    }

    /// Returns at least `size` bytes of memory that begin with what a piece holds.
    @unsafe func reallocate(_ piece: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer {
        guard let piece = unsafe piece else { return unsafe cut(size) }
        let old = unsafe (piece - Self.header).load(as: Int.self)
        if size <= old { return unsafe piece }
        let new = unsafe cut(size)
        unsafe memcpy(new, piece, old)
        return unsafe new
    }

    private func cut(_ size: Int) -> UnsafeMutableRawPointer {
        let size = max(size, 0)
        let whole = Self.header + (Self.separatesPieces ? size : (size + 15) & ~15)
        if whole > left || Self.separatesPieces {
            left = Self.separatesPieces ? whole : max(whole, Self.firstBlock * 2)
            unsafe next = Self.block(left)
            unsafe blocks.append(next)
        }
        let piece = unsafe next + Self.header
        unsafe next.storeBytes(of: whole - Self.header, as: Int.self)
        unsafe next += whole
        left -= whole
        return unsafe piece
    }

    private static func block(_ size: Int) -> UnsafeMutableRawPointer {
        guard let block = unsafe malloc(size) else { abort() }
        return unsafe block
    }

    // MARK: The thread's arena

    /// Makes this arena the thread's own while a closure runs.
    func use<Result>(_ body: () -> Result) -> Result {
        unsafe pthread_setspecific(Self.key, Unmanaged.passUnretained(self).toOpaque())
        defer { pthread_setspecific(Self.key, nil) }
        return body()
    }

    /// Runs a closure with the thread's arena, without counting one more reference to the arena.
    ///
    /// The process ends if the thread has no arena, because an allocation function has nothing else to do
    /// then.
    @unsafe static func withCurrent(_ body: (Arena) -> UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        guard let pointer = unsafe pthread_getspecific(key) else { abort() }
        return unsafe Unmanaged<Arena>.fromOpaque(pointer)._withUnsafeGuaranteedRef { unsafe body($0) }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        guard unsafe pthread_key_create(&key, nil) == 0 else { abort() }
        return key
    }()
}
