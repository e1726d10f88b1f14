// Files that the library holds as read-only data. The macros are their paths.
        .section .rodata
        .balign 16
        .globl kiosque_lexicon_begin
        .hidden kiosque_lexicon_begin
kiosque_lexicon_begin:
        .incbin KIOSQUE_LEXICON
        .globl kiosque_names_begin
        .hidden kiosque_names_begin
kiosque_names_begin:
        .incbin KIOSQUE_NAMES
        .globl kiosque_names_end
        .hidden kiosque_names_end
kiosque_names_end:
        .globl kiosque_given_names_begin
        .hidden kiosque_given_names_begin
kiosque_given_names_begin:
        .incbin KIOSQUE_GIVEN_NAMES
        .globl kiosque_given_names_end
        .hidden kiosque_given_names_end
kiosque_given_names_end:
        .byte 0
        .section .note.GNU-stack, "", %progbits
