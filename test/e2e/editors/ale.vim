" Waits for findings and writes what it saw.
function! Check(timer) abort
  let found = ale#engine#GetLoclist(bufnr('%'))
  if empty(found)
    return
  endif
  call writefile(map(copy(found), '"before " . v:val.code . ": " . getline(v:val.lnum)'), $OUT)
  qa!
endfunction
call timer_start(100, 'Check', {'repeat': 200})
call ale#Queue(0)
