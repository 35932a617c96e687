#include <stdio.h>
#include <poll.h>
#include <wchar.h>
#include <sys/signalfd.h>
#include <readline/readline.h>
#include <readline/history.h>
