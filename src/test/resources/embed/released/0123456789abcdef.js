// A version that other sites have pinned.
