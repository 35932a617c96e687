// What Swift cannot reach of GNU Readline by itself: its mutable globals, and the order they are set in.

#ifndef VERBATIM_READLINE_SHIM_H
#define VERBATIM_READLINE_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <poll.h>
#include <wchar.h>
#include <unistd.h>
#include <sys/signalfd.h>
#include <readline/readline.h>
#include <readline/history.h>

// Prepares the library. The environment holds LC_CTYPE and INPUTRC already. To be called once. A library that does not redraw takes
// any terminal for a dumb one.
static inline void verbatim_readline_prepare(int redraws, rl_getc_func_t *read_key, rl_completion_func_t *complete) {
  rl_readline_name = "verbatim";
  if (!redraws) rl_terminal_name = "dumb";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_getc_function = read_key;
  rl_attempted_completion_function = complete;
  rl_completion_query_items = 0;  // no question that would wait for a key outside our loop
  rl_completer_word_break_characters = " \t\n\"?,.!;()";
  rl_completer_quote_characters = "";
  rl_basic_quote_characters = "";
  rl_filename_quote_characters = "";
  rl_ignore_completion_duplicates = 1;
  rl_sort_completion_matches = 0;  // the best first
  rl_initialize();
  rl_variable_bind("page-completions", "off");  // the same
  rl_variable_bind("print-completions-horizontally", "on");
  rl_variable_bind("bell-style", "none");
  rl_variable_bind("show-all-if-ambiguous", "on");
  // A dumb terminal is sent no escape sequence, not even the one that asks it to mark what is pasted.
  const char *term = getenv("TERM");
  int is_dumb = !redraws || !term || !*term || strcmp(term, "dumb") == 0;
  rl_variable_bind("enable-bracketed-paste", is_dumb ? "off" : "on");
  rl_variable_bind("show-mode-in-prompt", "off");
  // What would read files or the password database, or leave the reader in a mode nobody explains.
  rl_unbind_function_in_map(rl_tilde_expand, emacs_meta_keymap);
  rl_unbind_function_in_map(rl_vi_editing_mode, emacs_meta_keymap);
  rl_unbind_function_in_map(rl_re_read_init_file, emacs_ctlx_keymap);
  rl_unbind_function_in_map(rl_insert_completions, emacs_meta_keymap);
  using_history();
  stifle_history(1000);
}

// Leaves all display to `update`, and the list of candidates to `list`; takes away the keys that clear the screen.
static inline void verbatim_readline_append(rl_voidfunc_t *update, rl_compdisp_func_t *list) {
  rl_redisplay_function = update;
  rl_completion_display_matches_hook = list;
  rl_unbind_function_in_map(rl_clear_screen, emacs_standard_keymap);
  rl_unbind_function_in_map(rl_clear_display, emacs_meta_keymap);
}

static inline const char *verbatim_readline_prompt(void) { return rl_display_prompt; }

// The line, its cursor moved to the end.
static inline const char *verbatim_readline_line_at_end(void) {
  rl_point = rl_end;
  return rl_line_buffer;
}

static inline void verbatim_readline_write(const char *text) {
  FILE *stream = rl_outstream ? rl_outstream : stdout;
  fputs(text, stream);
  fflush(stream);
}

// To be called in every completion: without it, Tab falls back to file names.
static inline void verbatim_readline_only_ours(void) {
  rl_attempted_completion_over = 1;
  rl_filename_completion_desired = 0;
}

static inline const char *verbatim_readline_line(void) { return rl_line_buffer; }

// Whether `line` is what was added to the history last.
static inline int verbatim_readline_is_last_remembered(const char *line) {
  HIST_ENTRY *last = history_get(history_base + history_length - 1);
  return last && last->line && strcmp(last->line, line) == 0;
}

// Forgets the line being edited, with a search or a number that was begun.
static inline void verbatim_readline_abandon(void) {
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_free_undo_list();
  rl_replace_line("", 0);
}

static inline void verbatim_readline_newline(void) {
  rl_crlf();
  fflush(rl_outstream ? rl_outstream : stdout);
}

static inline void verbatim_readline_redraw(void) {
  rl_prep_terminal(1);
  rl_reset_screen_size();
  rl_forced_update_display();
}

// The environment, which Swift sees only as a mutable global.
static inline char **verbatim_environment(void) { return __environ; }

// Whether the library itself ended the line at the end of input (it does where it turned bracketed paste off again).
static inline int verbatim_readline_ended_line(void) {
  const char *value = rl_variable_value("enable-bracketed-paste");
  return value && strcmp(value, "on") == 0;
}

#endif
