import CKernels

/// What this processor can do beyond the least that programs are compiled for.
enum Processor {
    /// Whether it works on eight numbers of 32 bits at once.
    static let isWide = huizhi_has_avx2() != 0
    /// Bytes behind packed numbers that the kernels may read along with the last of them.
    static let overreach = 32
}
