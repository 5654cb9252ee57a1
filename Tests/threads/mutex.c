// A part of Swift's `Mutex` in a form that ThreadSanitizer can follow; `run` loads it before the tests.
//
// `Mutex` on Linux takes an unlocked lock by an atomic exchange in our own code, which the sanitizer
// sees. For a lock that another thread holds it calls `_lockSlow` in libswiftSynchronization.so,
// which is not built for the sanitizer and lets the kernel take the lock (FUTEX_LOCK_PI). The
// sanitizer then knows of no order between the two threads, and takes what the lock guards for a race.
// This takes the lock by the same exchange, again and again; it never sets the bit for waiters, so
// that `_unlockSlow` is never called. Nothing is suppressed: a real race is still found.
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>

// Synchronization._MutexHandle._lockSlow(UInt32) -> ()
__attribute__((swiftcall)) void lock_slow(
    uint32_t thread, __attribute__((swift_context)) _Atomic uint32_t *word)
    __asm__("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");

__attribute__((swiftcall)) void lock_slow(
    uint32_t thread, __attribute__((swift_context)) _Atomic uint32_t *word) {
  for (;;) {
    uint32_t unlocked = 0;
    if (atomic_compare_exchange_strong_explicit(
            word, &unlocked, thread, memory_order_acquire, memory_order_relaxed)) {
      return;
    }
    sched_yield();
  }
}
