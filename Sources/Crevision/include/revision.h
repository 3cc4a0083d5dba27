// The commit that the program was built from and that commit's day, such as `1a2b3c4d5e6f 2026-11-23`. It is empty if
// the build did not set it.
extern const char *const debrief_revision;
