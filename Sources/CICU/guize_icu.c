#include "guize_icu.h"
