// The program. Everything it does is in Commands.

import Commands
import Glibc

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
