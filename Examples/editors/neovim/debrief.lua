-- Debrief in Neovim (0.7 or later). Put this file into ~/.config/nvim/plugin/, and say where your notes are:
--   let g:debrief_notebook = '~/interviews'     (in init.vim), or
--   vim.g.debrief_notebook = '~/interviews'     (in init.lua)

local notebook = vim.fn.resolve(vim.fn.fnamemodify(vim.fn.expand(vim.g.debrief_notebook or '~/interviews'), ':p:h'))

-- One server for all notes, started with the first of them.
local client

local function attach(event)
  local file = vim.fn.resolve(vim.api.nvim_buf_get_name(event.buf))
  if file:sub(1, #notebook + 1) ~= notebook .. '/' then return end
  if not client or not vim.lsp.get_client_by_id(client) then
    client = vim.lsp.start_client({
      name = 'debrief',
      cmd = { 'debrief', 'lsp', notebook },
      root_dir = notebook,
    })
  end
  vim.lsp.buf_attach_client(event.buf, client)

  vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
  local function map(keys, action)
    vim.keymap.set('n', keys, action, { buffer = event.buf })
  end
  map('K', vim.lsp.buf.hover)
  map('gd', vim.lsp.buf.definition)
  map('gr', vim.lsp.buf.references)
  map('gO', vim.lsp.buf.document_symbol)
  map('<Leader>a', vim.lsp.buf.code_action)
  map('<Leader>r', vim.lsp.buf.rename)
end

vim.api.nvim_create_autocmd('FileType', { pattern = 'markdown', callback = attach })
