#ifndef GUIZE_INTERRUPTION_H
#define GUIZE_INTERRUPTION_H

/* Pieces of work that SIGINT, SIGTERM and SIGHUP wait for, such as a file that is half written. Signals belong to the whole
   process, and so does this. */

#ifdef __cplusplus
extern "C" {
#endif

/* From now on these signals end the process only between the pieces; a second one ends it at once. A signal that the process
   was started to ignore, as nohup does, stays ignored. */
void guize_interruption_watch(void);

/* Begins a piece of work; several threads may each have one. Does not return when the process is about to end. */
void guize_interruption_hold(void);

/* Ends it, and the process too where a signal came in the meantime: with the signal's own status. */
void guize_interruption_release(void);

#ifdef __cplusplus
}
#endif

#endif
