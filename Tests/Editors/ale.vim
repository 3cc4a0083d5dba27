" Run by `run`: see there.
function! s:Fail(message) abort
  call writefile(['vim: ' . a:message], '/dev/stderr', 'a')
  cquit
endfunction

function! s:Expect(condition, message) abort
  if !a:condition | call s:Fail(a:message) | endif
endfunction

function! s:WaitFor(Condition, message) abort
  for l:tick in range(300)
    if a:Condition() | return | endif
    sleep 50m
  endfor
  call s:Fail(a:message)
endfunction

function! s:Diagnostic() abort
  let l:found = get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])
  return filter(copy(l:found), {_, item -> get(item, 'code', '') is# 'bad-date'})
endfunction

function! s:Apply(title, line) abort
  let s:wanted = a:title
  call cursor(a:line, 1)
  let l:tick = b:changedtick
  ALECodeAction
  call s:WaitFor({-> b:changedtick > l:tick}, a:title . ' changes nothing')
endfunction

" Ends insert mode as soon as the topic is there.
function! s:Escape(timer) abort
  let s:ticks += 1
  if s:ticks > 200 || stridx(getline('.'), '#structure') >= 0
    call timer_stop(a:timer)
    call feedkeys("\<Esc>", 'nt')
  endif
endfunction

function! s:Main() abort
  let g:debrief_notebook = $DEBRIEF_NOTEBOOK
  let g:ale_linters = {'markdown': ['debrief']}
  let g:ale_linters_explicit = 1
  set hidden encoding=utf-8 rtp^=/usr/share/vim-ale
  filetype plugin on
  runtime plugin/ale.vim
  execute 'source' $DEBRIEF_EXAMPLES . '/editors/vim/debrief.vim'
  execute 'edit' $DEBRIEF_NOTE
  call s:Expect(&filetype is# 'markdown', 'the note is no markdown')
  call s:Expect(&fileformat is# 'dos' && &bomb, 'the note has no CRLF, or no mark')
  ALELint
  call s:WaitFor({-> !empty(s:Diagnostic())}, 'no diagnostic')
  let l:found = s:Diagnostic()[0]
  call s:Expect(l:found.lnum == 10, 'the diagnostic is on another line')
  call s:Expect(getline(10)[l:found.col - 1 : l:found.end_col - 1] is# 'due:2026-13-01', 'the diagnostic is elsewhere')

  call cursor(11, 1)
  " Completion as it is typed; a key behind it would cancel it.
  let s:ticks = 0
  call timer_start(50, function('s:Escape'), {'repeat': -1})
  call feedkeys("A\<C-x>\<C-o>", 'tx!')
  call s:Expect(getline(11) is# '- chew: é😀 Shorter answers. #structure', 'completed to ' . getline(11))

  " Chooses of what is offered the one with a title, as a person would.
  call ale#util#GetFunction('ale#util#Input')
  runtime autoload/ale/util.vim
  function! ale#util#Input(message, value, ...) abort
    let l:number = matchstr(a:message, '\d\+\ze) ' . s:wanted)
    if empty(l:number) | call s:Fail(s:wanted . ' is not offered') | endif
    return l:number
  endfunction
  call s:Apply('Swallow it', 11)
  call s:Apply('Add an action', 11)
  write
  ALEStopAllLSPs
  qall!
endfunction

try
  call s:Main()
catch
  call s:Fail(v:exception . ' at ' . v:throwpoint)
endtry
