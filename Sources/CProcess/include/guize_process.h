/* Separate processes with limits, and temporary folders that outlive nobody.
 *
 * Swift can neither call fork nor set limits between it and exec, so that this small part is C. All functions return 0 or a
 * value of errno, and keep no state. */
#ifndef GUIZE_PROCESS_H
#define GUIZE_PROCESS_H

#include "guize_interruption.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* A temporary folder and the process that guards it: when the other end of `control` is closed, be it because the owner
 * ends the guard or because the owner was killed, the guard kills what was started in the folder and removes the folder. */
struct guize_guard {
    int control;
    pid_t process;
};

/* Makes a folder that only this user may enter in the folder `parent`, and starts its guard. `path` gets the folder's path. */
int guize_guard_start(const char *parent, char *path, size_t capacity, struct guize_guard *guard);

/* Has the folder removed, and returns when it is gone. */
int guize_guard_end(struct guize_guard guard);

/* What a process may use; 0 leaves a limit as it is. */
struct guize_process_limits {
    /* Bytes of address space. */
    uint64_t memory;
    /* Seconds of processor time. */
    uint64_t seconds;
    /* Bytes of any file that it writes. */
    uint64_t file_bytes;
    /* Open files. */
    uint64_t descriptors;
};

/* Starts a program, without a shell, as the leader of a process group of its own in the folder `folder`, with no descriptors
 * but the three given, no privileges that it could gain, and, where the system lets it, no network.
 * `arguments` and `environment` end with NULL. */
int guize_process_start(const char *program, char *const *arguments, char *const *environment, const char *folder,
                        struct guize_process_limits limits, int input, int output, int error,
                        struct guize_guard guard, pid_t *process);

/* Kills the process group. */
void guize_process_kill(pid_t process);

/* Kills what is left of the process group, waits for its leader and tells the guard. `status` gets the exit status, or 128
 * and the number of the signal that ended it. */
int guize_process_wait(pid_t process, struct guize_guard guard, int *status);

/* A pipe whose ends are closed when a program is started. */
int guize_pipe(int *reading, int *writing);

#endif
