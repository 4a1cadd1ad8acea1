import ipaddr from 'ipaddr.js'

/** Whether a host is written as an address that only our own network can reach, or as one of ours by name. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (/(^|\.)localhost$|\.(local|internal)$/i.test(host)) return true
  return ipaddr.isValid(host) && !isPublicAddress(host)
}

/** Whether an IP address is one of the open internet: no loopback, no private or link-local range, no cloud's metadata. */
export const isPublicAddress = (address: string): boolean => ipaddr.process(address).range() === 'unicast'
