#include "revision.h"

// Package.swift defines the value. It is in C because SwiftPM can pass a value only to C. It has a target of its own
// so that a new commit compiles only these lines again.
const char *const debrief_revision = DEBRIEF_REVISION;
