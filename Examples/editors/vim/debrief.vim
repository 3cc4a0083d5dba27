" Debrief in Vim, through ALE (https://github.com/dense-analysis/ale). Put this file into ~/.vim/plugin/, and
" say in your vimrc where your notes are:
"   let g:debrief_notebook = '~/interviews'

let s:notebook = resolve(fnamemodify(expand(get(g:, 'debrief_notebook', '~/interviews')), ':p:h'))

" No folder, and so no server, for markdown from elsewhere.
function! s:Root(buffer) abort
  let l:file = resolve(fnamemodify(bufname(a:buffer), ':p'))
  return stridx(l:file, s:notebook . '/') == 0 ? s:notebook : ''
endfunction

" ALE counts columns in bytes and does not say so: hence positionEncoding.
call ale#linter#Define('markdown', {
\   'name': 'debrief',
\   'lsp': 'stdio',
\   'executable': 'debrief',
\   'command': '%e lsp ' . ale#Escape(s:notebook),
\   'project_root': function('s:Root'),
\   'initialization_options': {'positionEncoding': 'utf-8'},
\})

augroup debrief
  autocmd!
  autocmd FileType markdown if !empty(s:Root(bufnr(''))) | call s:Prepare() | endif
augroup END

function! s:Prepare() abort
  setlocal omnifunc=ale#completion#OmniFunc
  nnoremap <buffer> K <Cmd>ALEHover<CR>
  nnoremap <buffer> gd <Cmd>ALEGoToDefinition<CR>
  nnoremap <buffer> gr <Cmd>ALEFindReferences<CR>
  nnoremap <buffer> <Leader>a <Cmd>ALECodeAction<CR>
  nnoremap <buffer> <Leader>r <Cmd>ALERename<CR>
endfunction

" Without ALE, `:compiler` is not needed either: `:make` lists what is wrong with the notes.
"   setlocal makeprg=debrief\ check errorformat=%f:%l:%c:\ %t%*[^:]:\ %m
