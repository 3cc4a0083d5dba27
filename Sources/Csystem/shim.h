// The Linux calls that Swift's module of the C library leaves out.
#ifdef __linux__
#include <malloc.h>
#include <sys/timerfd.h>
#include <sys/xattr.h>

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
#endif
