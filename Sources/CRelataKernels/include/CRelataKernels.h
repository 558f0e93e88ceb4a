#ifndef CRelataKernels_h
#define CRelataKernels_h
#endif
