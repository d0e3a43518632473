//! The rules of SatKarya, free of browser, clock and randomness.
