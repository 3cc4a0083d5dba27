-- Run by `run`: see there.
local function fail(message)
  io.stderr:write('neovim: ' .. message .. '\n')
  vim.cmd('cquit 1')
end
local function expect(condition, message)
  if not condition then fail(message) end
end
local function try(action)
  local ok, problem = pcall(action)
  if not ok then fail(tostring(problem)) end
end

-- Chooses of what is offered the one with a title, as a person would.
local wanted
vim.ui.select = function(items, _, choose)
  for _, item in ipairs(items) do
    if item[2].title == wanted then return choose(item) end
  end
  fail(wanted .. ' is not offered')
end

local function apply(title, line)
  wanted = title
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  local tick = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  expect(
    vim.wait(10000, function() return vim.api.nvim_buf_get_changedtick(0) > tick end),
    title .. ' changes nothing')
end

try(function()
  vim.g.debrief_notebook = vim.env.DEBRIEF_NOTEBOOK
  vim.cmd('filetype on')
  vim.cmd('source ' .. vim.env.DEBRIEF_EXAMPLES .. '/editors/neovim/debrief.lua')
  vim.cmd('edit ' .. vim.env.DEBRIEF_NOTE)
  expect(vim.bo.filetype == 'markdown', 'the note is no markdown')
  expect(vim.bo.fileformat == 'dos' and vim.bo.bomb, 'the note has no CRLF, or no mark')

  local function diagnostic(code)
    for _, found in ipairs(vim.diagnostic.get(0)) do
      if found.code == code or (found.user_data and found.user_data.lsp.code == code) then return found end
    end
  end
  expect(vim.wait(10000, function() return diagnostic('bad-date') end), 'no diagnostic')
  local text = vim.api.nvim_buf_get_lines(0, 9, 10, true)[1]
  local found = diagnostic('bad-date')
  expect(found.lnum == 9, 'the diagnostic is on another line')
  -- Neovim counts in bytes.
  expect(text:sub(found.col + 1, found.end_col) == 'due:2026-13-01', 'the diagnostic is at another place')

  -- Completion as it is typed: through omnifunc, which takes the one match.
  vim.api.nvim_win_set_cursor(0, { 11, 0 })
  local typed = vim.api.nvim_replace_termcodes('A<C-x><C-o>', true, false, true)
  local escape = vim.api.nvim_replace_termcodes('<Esc>', true, false, true)
  local ticks = 0
  local timer
  timer = vim.fn.timer_start(50, function()
    ticks = ticks + 1
    if ticks < 200 and not vim.api.nvim_get_current_line():find('#structure', 1, true) then return end
    vim.fn.timer_stop(timer)
    vim.api.nvim_feedkeys(escape, 'n', false)
  end, { ['repeat'] = -1 })
  vim.api.nvim_feedkeys(typed, 'tx!', false)
  local completed = vim.api.nvim_buf_get_lines(0, 10, 11, true)[1]
  expect(completed == '- chew: é😀 Shorter answers. #structure', 'completed to ' .. completed)

  apply('Swallow it', 11)
  apply('Add an action', 11)
  expect(vim.wait(10000, function() return diagnostic('bad-date') end), 'the diagnostic has gone')
  vim.cmd('write')
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  expect(vim.wait(10000, function() return #vim.lsp.get_active_clients() == 0 end), 'the server does not end')
  vim.cmd('qall!')
end)
