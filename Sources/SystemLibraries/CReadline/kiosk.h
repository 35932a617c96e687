// GNU Readline for the kiosk: a key map of what is allowed, and nothing else of the library's own.

#ifndef VERBATIM_KIOSK_H
#define VERBATIM_KIOSK_H

#include <sys/prctl.h>
#include <sys/resource.h>
#include "shim.h"

// Prepares the library. `read_key` gives bytes that were allowed, `has_key` tells whether there is one, `forget` is what keys do that
// do nothing. The environment holds LC_CTYPE and INPUTRC already. To be called once.
static inline void verbatim_kiosk_prepare(
    int redraws, rl_getc_func_t *read_key, rl_hook_func_t *has_key, rl_completion_func_t *complete,
    rl_command_func_t *forget) {
  verbatim_readline_prepare(redraws, read_key, complete);
  rl_input_available_hook = has_key;
  rl_variable_bind("bind-tty-special-chars", "off");  // the terminal's own keys would be bound to more than is allowed
  rl_variable_bind("enable-bracketed-paste", "off");  // within a paste the library waits for its end, however long
  rl_variable_bind("enable-keypad", "off");
  rl_variable_bind("enable-meta-key", "off");
  rl_variable_bind("input-meta", "on");
  rl_variable_bind("output-meta", "on");
  rl_variable_bind("convert-meta", "off");
  rl_variable_bind("history-preserve-point", "off");
  Keymap keys = rl_make_bare_keymap();
  for (int byte = 0; byte < 256; byte++) {
    rl_bind_key_in_map(byte, byte < 32 || byte == 127 ? forget : rl_insert, keys);
  }
  rl_bind_key_in_map(0x01, rl_beg_of_line, keys);
  rl_bind_key_in_map(0x02, rl_backward_char, keys);
  rl_bind_key_in_map(0x04, rl_delete, keys);
  rl_bind_key_in_map(0x05, rl_end_of_line, keys);
  rl_bind_key_in_map(0x06, rl_forward_char, keys);
  rl_bind_key_in_map(0x08, rl_rubout, keys);
  rl_bind_key_in_map(0x09, rl_complete, keys);
  rl_bind_key_in_map(0x0A, rl_newline, keys);
  rl_bind_key_in_map(0x0B, rl_kill_line, keys);
  rl_bind_key_in_map(0x0D, rl_newline, keys);
  rl_bind_key_in_map(0x0E, rl_get_next_history, keys);
  rl_bind_key_in_map(0x10, rl_get_previous_history, keys);
  rl_bind_key_in_map(0x15, rl_unix_line_discard, keys);
  rl_bind_key_in_map(0x17, rl_unix_word_rubout, keys);
  rl_bind_key_in_map(0x19, rl_yank, keys);
  rl_bind_key_in_map(0x1E, rl_delete, keys);
  rl_bind_key_in_map(0x1F, rl_undo_command, keys);
  rl_bind_key_in_map(0x7F, rl_rubout, keys);
  rl_set_keymap(keys);
}

// How many bytes the line being edited has.
static inline int verbatim_readline_byte_count(void) { return rl_end; }

// Takes the prompt and the line off the screen; the line is kept.
static inline void verbatim_readline_hide(void) {
  rl_clear_visible_line();
  fflush(rl_outstream ? rl_outstream : stdout);
}

// Shows the prompt and the line again, on the line the cursor stands in.
static inline void verbatim_readline_show(void) {
  rl_on_new_line();
  (*rl_redisplay_function)();
  fflush(rl_outstream ? rl_outstream : stdout);
}

// The size of the window changed.
static inline void verbatim_readline_resize(void) { rl_resize_terminal(); }

// No core file, no other process of the same user that reads this one's memory, and no program that would gain rights. Kept, but for
// the second, by a program that takes this one's place.
static inline void verbatim_forbid_inspection(void) {
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

#endif
