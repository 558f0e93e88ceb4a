#include "CRelataKernels.h"
