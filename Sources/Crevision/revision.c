#include "revision.h"

// Package.swift defines it. It is in C because SwiftPM can give a value only to C, and in a target of its own because
// then a new commit makes nothing but these lines be compiled again.
const char *const debrief_revision = DEBRIEF_REVISION;
