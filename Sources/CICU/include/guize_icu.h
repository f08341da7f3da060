#ifndef GUIZE_ICU_H
#define GUIZE_ICU_H
#endif
