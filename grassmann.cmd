@echo off
rem Starts Grassmann on Windows; builds it first where that has not been done.
setlocal
set "GRASSMANN_HOME=%~dp0"
if "%GRASSMANN_HOME:~-1%"=="\" set "GRASSMANN_HOME=%GRASSMANN_HOME:~0,-1%"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "LIB=%GRASSMANN_HOME%\cli\target\grassmann\lib"
if not exist "%LIB%" (
  echo grassmann: building, once 1>&2
  pushd "%GRASSMANN_HOME%"
  call mvnw.cmd -q -B -Dmaven.test.skip=true -Dfast -pl "!spark" package 1>&2
  if errorlevel 1 ( popd & exit /b 1 )
  popd
)
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA%" -XX:+UseSerialGC --add-modules=jdk.incubator.vector --add-opens=java.base/java.nio=ALL-UNNAMED -Djava.awt.headless=true %GRASSMANN_JAVA_OPTS% -cp "%LIB%\*" dev.grassmann.cli.Main %*
