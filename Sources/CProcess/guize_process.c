#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "guize_process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

/* ---- Descriptors ---- */

int guize_pipe(int *reading, int *writing) {
    int ends[2];
#ifdef __linux__
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
#else
    if (pipe(ends) != 0) return errno;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
    *reading = ends[0];
    *writing = ends[1];
    return 0;
}

static ssize_t read_all(int descriptor, void *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        ssize_t step = read(descriptor, (char *)bytes + done, count - done);
        if (step < 0 && errno == EINTR) continue;
        if (step < 0) return -1;
        if (step == 0) break;
        done += (size_t)step;
    }
    return (ssize_t)done;
}

/* Tells the guard which process group it has to kill. */
static int tell_guard(int control, pid_t group) {
#ifdef MSG_NOSIGNAL
    int flags = MSG_NOSIGNAL;
#else
    int flags = 0;
#endif
    ssize_t count;
    do {
        count = send(control, &group, sizeof group, flags);
    } while (count < 0 && errno == EINTR);
    return count < 0 ? errno : 0;
}

static int write_all(int descriptor, const void *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        ssize_t step = write(descriptor, (const char *)bytes + done, count - done);
        if (step < 0 && errno == EINTR) continue;
        if (step < 0) return errno;
        done += (size_t)step;
    }
    return 0;
}

/* Closes all descriptors from `first` on. */
static void close_from(int first) {
#if defined(__linux__) && defined(SYS_close_range)
    if (syscall(SYS_close_range, (unsigned)first, ~0u, 0u) == 0) return;
#endif
    struct rlimit limit;
    int end = 65536;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < (rlim_t)end) end = (int)limit.rlim_cur;
    for (int descriptor = first; descriptor < end; descriptor++) close(descriptor);
}

/* Lets exec close all descriptors from `first` on. */
static void close_on_exec_from(int first) {
#if defined(__linux__) && defined(SYS_close_range)
    if (syscall(SYS_close_range, (unsigned)first, ~0u, 4u /* CLOSE_RANGE_CLOEXEC */) == 0) return;
#endif
    struct rlimit limit;
    int end = 65536;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < (rlim_t)end) end = (int)limit.rlim_cur;
    for (int descriptor = first; descriptor < end; descriptor++) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/* Signals as a program expects them at its start, whatever this process has made of them. */
static void reset_signals(void) {
    for (int number = 1; number < NSIG; number++) {
        if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* ---- The guard ---- */

enum { deepest_folder = 64 };

/* Removes what a folder holds; symbolic links are removed, never followed. */
static void remove_contents(int folder, int depth) {
    DIR *entries = fdopendir(folder);
    if (entries == NULL) {
        close(folder);
        return;
    }
    struct dirent *entry;
    while ((entry = readdir(entries)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (unlinkat(folder, entry->d_name, 0) == 0) continue;
        if (depth < deepest_folder) {
            fchmodat(folder, entry->d_name, 0700, 0);
            int inner = openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (inner >= 0) remove_contents(inner, depth + 1);
        }
        unlinkat(folder, entry->d_name, AT_REMOVEDIR);
    }
    closedir(entries);
}

static int remove_folder(const char *path) {
    /* Again: a file that came while the folder was read must not keep it. */
    for (int attempt = 0; attempt < 3; attempt++) {
        int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (folder < 0) return errno == ENOENT ? 0 : errno;
        remove_contents(folder, 0);
        if (rmdir(path) == 0) return 0;
    }
    return errno;
}

/* The guard's whole life: makes the folder, says how that went, waits for the end of `control`, removes the folder. */
static void guard(const char *template, int control, int reply) __attribute__((noreturn));
static void guard(const char *template, int control, int reply) {
    /* Ctrl-C at a terminal goes to a whole session: the guard must outlive those that it cleans up after. */
    setsid();
    reset_signals();
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);

    /* Nothing of the owner's may stay open here: the reader of its output waits for the last writer to go. */
    int high_control = fcntl(control, F_DUPFD, 10), high_reply = fcntl(reply, F_DUPFD, 10);
    int null = open("/dev/null", O_RDWR);
    if (high_control < 0 || high_reply < 0 || null < 0) _exit(1);
    for (int standard = 0; standard < 3; standard++) dup2(null, standard);
    dup2(high_control, 3);
    dup2(high_reply, 4);
    close_from(5);

    char path[PATH_MAX];
    size_t length = strlen(template);
    memcpy(path, template, length + 1);
    int failure = mkdtemp(path) == NULL ? errno : 0;
    write_all(4, &failure, sizeof failure);
    if (failure != 0) _exit(0);
    write_all(4, path, length + 1);
    close(4);

    pid_t started = 0, message;
    while (read_all(3, &message, sizeof message) == (ssize_t)sizeof message) started = message;
    if (started > 0) kill(-started, SIGKILL);
    _exit(remove_folder(path) == 0 ? 0 : 1);
}

int guize_guard_start(const char *parent, char *path, size_t capacity, struct guize_guard *result) {
    char template[PATH_MAX];
    int length = snprintf(template, sizeof template, "%s/guize-XXXXXX", parent);
    if (length < 0 || (size_t)length >= sizeof template || (size_t)length >= capacity) return ENAMETOOLONG;

    /* A socket rather than a pipe: if somebody kills the guard, its owner is not to die of SIGPIPE. */
    int control[2], reply_reading, reply_writing;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, control) != 0) return errno;
    for (int end = 0; end < 2; end++) fcntl(control[end], F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
    int yes = 1;
    setsockopt(control[1], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
    int failure = guize_pipe(&reply_reading, &reply_writing);
    if (failure != 0) {
        close(control[0]);
        close(control[1]);
        return failure;
    }
    pid_t process = fork();
    if (process == 0) guard(template, control[0], reply_writing);
    failure = process < 0 ? errno : 0;
    close(control[0]);
    close(reply_writing);
    if (failure == 0) {
        if (read_all(reply_reading, &failure, sizeof failure) != (ssize_t)sizeof failure) failure = EIO;
        if (failure == 0 && read_all(reply_reading, path, (size_t)length + 1) != (ssize_t)length + 1) failure = EIO;
    }
    close(reply_reading);
    *result = (struct guize_guard){.control = control[1], .process = process};
    if (failure != 0) {
        close(control[1]);
        if (process > 0) waitpid(process, NULL, 0);
    }
    return failure;
}

int guize_guard_end(struct guize_guard guard) {
    close(guard.control);
    int status = 0;
    while (waitpid(guard.process, &status, 0) < 0) {
        if (errno != EINTR) return errno;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : EIO;
}

/* ---- Processes ---- */

static void set_limit(int resource, uint64_t value) {
    if (value == 0) return;
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return;
    rlim_t asked = (rlim_t)value;
    if (limit.rlim_max != RLIM_INFINITY && asked > limit.rlim_max) asked = limit.rlim_max;
    limit.rlim_cur = asked;
    limit.rlim_max = asked;
    setrlimit(resource, &limit);
}

/* The child between fork and exec: calls only what is safe after fork in a process with threads. */
static void start(const char *program, char *const *arguments, char *const *environment, const char *folder,
                  struct guize_process_limits limits, int input, int output, int error, int control, int failed)
    __attribute__((noreturn));
static void start(const char *program, char *const *arguments, char *const *environment, const char *folder,
                  struct guize_process_limits limits, int input, int output, int error, int control, int failed) {
    int failure = 0;
    setpgid(0, 0);
    pid_t self = getpid();
    /* Before the program runs, so that there is no moment in which the owner's death would leave it behind. */
    failure = tell_guard(control, self);
    reset_signals();
    if (failure == 0 && chdir(folder) != 0) failure = errno;
    /* Out of the way of 0, 1 and 2 first. */
    int from[3] = {input, output, error};
    for (int standard = 0; standard < 3 && failure == 0; standard++) {
        from[standard] = fcntl(from[standard], F_DUPFD_CLOEXEC, 10);
        if (from[standard] < 0) failure = errno;
    }
    int kept = fcntl(failed, F_DUPFD_CLOEXEC, 10);
    for (int standard = 0; standard < 3 && failure == 0; standard++) {
        if (dup2(from[standard], standard) < 0) failure = errno;
    }
    umask(077);
    close_on_exec_from(3);
#ifdef __linux__
    /* A network of its own, which reaches nobody. Where the system does not allow it, the program's own settings must do. */
    if (unshare(CLONE_NEWNET) != 0) (void)unshare(CLONE_NEWUSER | CLONE_NEWNET);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
    struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    set_limit(RLIMIT_CPU, limits.seconds);
    set_limit(RLIMIT_FSIZE, limits.file_bytes);
    set_limit(RLIMIT_NOFILE, limits.descriptors);
#ifndef __APPLE__
    /* macOS does not keep to it. */
    set_limit(RLIMIT_AS, limits.memory);
#endif
    if (failure == 0) {
        execve(program, arguments, environment);
        failure = errno;
    }
    write_all(kept, &failure, sizeof failure);
    _exit(127);
}

int guize_process_start(const char *program, char *const *arguments, char *const *environment, const char *folder,
                        struct guize_process_limits limits, int input, int output, int error,
                        struct guize_guard guard, pid_t *process) {
    int failed_reading, failed_writing;
    int failure = guize_pipe(&failed_reading, &failed_writing);
    if (failure != 0) return failure;
    pid_t child = fork();
    if (child == 0) {
        start(program, arguments, environment, folder, limits, input, output, error, guard.control, failed_writing);
    }
    failure = child < 0 ? errno : 0;
    close(failed_writing);
    if (failure == 0) {
        int reported;
        /* The pipe is closed by exec; what comes before that is why there was none. */
        if (read_all(failed_reading, &reported, sizeof reported) == (ssize_t)sizeof reported) failure = reported;
        if (failure != 0) {
            int status;
            guize_process_wait(child, guard, &status);
        }
    }
    close(failed_reading);
    *process = child;
    return failure;
}

void guize_process_kill(pid_t process) {
    if (process > 0) kill(-process, SIGKILL);
}

int guize_process_wait(pid_t process, struct guize_guard guard, int *status) {
    /* Not yet reaped, its number is its own: what it left running in its group can be killed without hitting others. */
    siginfo_t information;
    while (waitid(P_PID, (id_t)process, &information, WEXITED | WNOWAIT) < 0) {
        if (errno != EINTR) return errno;
    }
    guize_process_kill(process);
    (void)tell_guard(guard.control, 0);
    int raw = 0;
    while (waitpid(process, &raw, 0) < 0) {
        if (errno != EINTR) return errno;
    }
    *status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
    return 0;
}
