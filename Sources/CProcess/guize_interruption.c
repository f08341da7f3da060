#include "guize_interruption.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

static atomic_int pieces;
/* The signal that came, 0 before. */
static atomic_int signal_number;

/* What the signal does without a handler. Safe in a handler. */
static void end_by(int number) {
    signal(number, SIG_DFL);
    sigset_t this_one;
    sigemptyset(&this_one);
    sigaddset(&this_one, number);
    pthread_sigmask(SIG_UNBLOCK, &this_one, NULL);
    kill(getpid(), number);
    /* Another thread may be the one that gets it. */
    for (;;) pause();
}

static void came(int number) {
    if (atomic_exchange(&signal_number, number) != 0 || atomic_load(&pieces) == 0) end_by(number);
}

void guize_interruption_watch(void) {
    const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
        struct sigaction action = {0};
        if (sigaction(numbers[index], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
        action = (struct sigaction){0};
        action.sa_handler = came;
        action.sa_flags = SA_RESTART;
        sigemptyset(&action.sa_mask);
        sigaction(numbers[index], &action, NULL);
        /* Whoever started the program may have left them blocked. */
        sigset_t this_one;
        sigemptyset(&this_one);
        sigaddset(&this_one, numbers[index]);
        pthread_sigmask(SIG_UNBLOCK, &this_one, NULL);
    }
}

void guize_interruption_hold(void) {
    atomic_fetch_add(&pieces, 1);
    /* Either the handler sees this piece, or this sees the handler's signal: nothing is begun that would be cut off. */
    int number = atomic_load(&signal_number);
    if (number == 0) return;
    if (atomic_fetch_sub(&pieces, 1) == 1) end_by(number);
    /* The end of the last piece is the process's. */
    for (;;) pause();
}

void guize_interruption_release(void) {
    int left = atomic_fetch_sub(&pieces, 1) - 1;
    int number = atomic_load(&signal_number);
    if (number != 0 && left == 0) end_by(number);
}
