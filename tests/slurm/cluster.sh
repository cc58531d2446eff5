#!/bin/sh
# A Slurm cluster of one node, for tests: munged, slurmctld and slurmd of Debian's slurm-wlm, all state in one folder.
#
#   cluster.sh start DIR CONTROLLER_PORT NODE_PORT    returns when the node takes jobs
#   cluster.sh stop DIR
#
# Needs root, as slurmd starts jobs as their users. Slurm's commands then need SLURM_CONF=DIR/slurm.conf.
set -eu
dir=$2
host=$(hostname -s)
export SLURM_CONF="$dir/slurm.conf"

write_configuration() {
  cat >"$SLURM_CONF" <<CONF
ClusterName=clipper
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$1
SlurmdPort=$2
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
DefMemPerCPU=256
ReturnToService=2
SlurmdParameters=config_overrides
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
KillWait=5
NodeName=$host NodeAddr=127.0.0.1 CPUs=4 RealMemory=4096 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
}

start_munge() {
  mkdir -p "$dir/munge"
  dd if=/dev/urandom of="$dir/munge/key" bs=1024 count=1 2>/dev/null
  chmod 0400 "$dir/munge/key"
  chown -R munge: "$dir/munge"
  setpriv --reuid=munge --regid=munge --clear-groups munged --socket="$dir/munge/socket" --key-file="$dir/munge/key" \
    --pid-file="$dir/munge/pid" --log-file="$dir/munge/log" --seed-file="$dir/munge/seed"
}

# Whether a process is there and not merely waiting for its parent to look at its end.
is_alive() {
  state=$(sed 's/.*) //; s/ .*//' "/proc/$1/stat" 2>/dev/null) || return 1
  [ -n "$state" ] && [ "$state" != Z ]
}

# Waits until the node takes jobs; a daemon that dies meanwhile is an error with the end of its log.
wait_for_node() {
  until sinfo --noheader --format=%t 2>/dev/null | grep -qE '^(idle|mix)'; do
    for daemon in slurmctld slurmd; do
      if [ -s "$dir/$daemon.pid" ] && ! is_alive "$(cat "$dir/$daemon.pid")"; then
        tail -n 20 "$dir/$daemon.log" >&2
        exit 1
      fi
    done
    sleep 0.2
  done
}

stop() {
  for file in "$dir/slurmd.pid" "$dir/slurmctld.pid" "$dir/munge/pid"; do
    [ -s "$file" ] || continue
    pid=$(cat "$file")
    kill "$pid" 2>/dev/null || continue
    while is_alive "$pid"; do sleep 0.1; done
  done
}

case $1 in
  start)
    mkdir -p "$dir/state" "$dir/spool"
    chmod 0755 "$dir"
    write_configuration "$3" "$4"
    start_munge
    slurmctld
    slurmd -N "$host"
    wait_for_node
    ;;
  stop) stop ;;
  *) echo "start or stop" >&2; exit 1 ;;
esac
