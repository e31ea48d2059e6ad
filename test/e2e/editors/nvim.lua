-- Waits for findings, does what `source.fixAll` offers, waits for new findings, and writes what it saw.
local out = io.open(vim.env.OUT, 'w')
local function shown()
  local codes = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, false)[1]
    table.insert(codes, tostring(d.code) .. ': ' .. line:sub(d.col + 1, d.end_col))
  end
  table.sort(codes)
  return codes
end
local function has(code)
  for _, found in ipairs(shown()) do
    if found:find(code, 1, true) == 1 then return true end
  end
  return false
end
vim.wait(20000, function() return has('shouting') end, 50)
out:write('before ' .. table.concat(shown(), ' | ') .. '\n')
local params = vim.lsp.util.make_range_params(0, 'utf-16')
params.context = { only = { 'source.fixAll' }, diagnostics = {} }
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000) or {}) do
  for _, action in ipairs(answer.result or {}) do vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end
end
vim.wait(20000, function() return not has('shouting') end, 50)
out:write('after ' .. table.concat(shown(), ' | ') .. '\n')
out:write('text ' .. vim.api.nvim_buf_get_lines(0, 4, 5, false)[1] .. '\n')
out:close()
vim.cmd('qa!')
